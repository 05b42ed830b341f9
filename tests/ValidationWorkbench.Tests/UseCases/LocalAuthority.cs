using System.Net;
using System.Net.Sockets;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>A time-stamping authority on this machine: openssl makes its key, its certificate and its replies; a listener hands them out.</summary>
internal sealed class LocalAuthority : IDisposable
{
    private readonly string folder;
    private readonly HttpListener listener = new();

    public LocalAuthority(string folder)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        File.WriteAllText(PathOf("tsa.cnf"), $"""
            [tsa]
            default_tsa = one
            [one]
            serial = {PathOf("serial")}
            signer_cert = {Certificate}
            certs = {Certificate}
            signer_key = {PathOf("tsa.key")}
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            ess_cert_id_alg = sha256
            """);
        File.WriteAllText(PathOf("serial"), "01");
        MakeCertificate("tsa", "Test TSA");
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = AnswerAsync();
    }

    public string Address { get; }

    public string Certificate => PathOf("tsa.pem");

    /// <summary>What to answer to a query: status, content type and bytes; an honest reply unless a test says otherwise.</summary>
    public Func<byte[], (int Status, string Type, byte[] Bytes)>? Answer { get; set; }

    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>An honest reply.</summary>
    public byte[] Reply(byte[] query)
    {
        File.WriteAllBytes(PathOf("query"), query);
        OpenSsl.Run("ts", "-reply", "-config", PathOf("tsa.cnf"), "-queryfile", PathOf("query"), "-out", PathOf("reply"));
        return File.ReadAllBytes(PathOf("reply"));
    }

    /// <summary>Another query of openssl's own, over other bytes.</summary>
    public byte[] OtherQuery()
    {
        File.WriteAllText(PathOf("other"), "other");
        OpenSsl.Run("ts", "-query", "-data", PathOf("other"), "-sha256", "-cert", "-out", PathOf("other.query"));
        return File.ReadAllBytes(PathOf("other.query"));
    }

    /// <summary>What openssl itself says of a reply.</summary>
    public string Verify(string query, string reply) => OpenSsl.Run("ts", "-verify", "-queryfile", query, "-in", reply, "-CAfile", Certificate);

    public void MakeCertificate(string name, string subject) => OpenSsl.Run(
        "req", "-new", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", PathOf($"{name}.key"), "-out", PathOf($"{name}.pem"), "-days", "2",
        "-subj", $"/CN={subject}", "-addext", "extendedKeyUsage=critical,timeStamping");

    public void Dispose() => listener.Close();

    private async Task AnswerAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var query = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(query);
            var (status, type, bytes) = Answer?.Invoke(query.ToArray()) ?? (200, "application/timestamp-reply", Reply(query.ToArray()));
            (context.Response.StatusCode, context.Response.ContentType) = (status, type);
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
    }
}
