using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ValidationWorkbench.Tests.Models;

/// <summary>A real HTTP endpoint on 127.0.0.1 under a port of the system's choice. It answers as a test says and remembers every call.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentQueue<LoopbackCall> calls = new();
    private readonly Func<LoopbackCall, LoopbackAnswer> answer;
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;
    private int count;

    /// <summary>Begins to listen.</summary>
    /// <param name="answer">What it does with each call.</param>
    /// <param name="certificate">To speak TLS with; null for plain http.</param>
    public LoopbackServer(Func<LoopbackCall, LoopbackAnswer> answer, X509Certificate2? certificate = null)
    {
        (this.answer, this.certificate) = (answer, certificate);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Base address, without a slash at the end.</summary>
    public string Address => $"{(certificate is null ? "http" : "https")}://{listener.LocalEndpoint}/v1";

    /// <summary>Calls so far, in the order of their arrival.</summary>
    public IReadOnlyList<LoopbackCall> Calls => [.. calls];

    /// <summary>Calls that ask a model; the probe for its list of models is none.</summary>
    public IReadOnlyList<LoopbackCall> Questions => [.. calls.Where(call => call.Method == "POST")];

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await accepting;
        end.Dispose();
        certificate?.Dispose();
    }

    /// <summary>A server with TLS under a certificate that nobody vouches for.</summary>
    public static LoopbackServer SelfSigned(Func<LoopbackCall, LoopbackAnswer> answer)
    {
        using var key = RSA.Create(2048);
        return new LoopbackServer(answer, new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)));
    }

    /// <summary>An address on which nobody listens.</summary>
    public static async Task<string> NobodyAsync()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Silence);
        return server.Address;
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = await OpenAsync(client);
                var call = await ReadAsync(stream);
                calls.Enqueue(call);
                var reply = answer(call);
                await reply.Before.WaitAsync(end.Token);
                await WriteAsync(client, stream, reply);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or AuthenticationException)
            {
                // The caller has gone, or the test is over.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (certificate is null)
        {
            return client.GetStream();
        }

        var secured = new SslStream(client.GetStream());
        await secured.AuthenticateAsServerAsync(certificate);
        return secured;
    }

    private async Task WriteAsync(TcpClient client, Stream stream, LoopbackAnswer reply)
    {
        if (reply == LoopbackAnswer.Silence)
        {
            await Task.Delay(Timeout.Infinite, end.Token);
        }

        if (reply.Raw is { } write)
        {
            await write(stream, end.Token);
            return;
        }

        await stream.WriteAsync(reply.Head(), end.Token);
        await stream.WriteAsync(reply.BreaksOff ? reply.Body.AsMemory(0, reply.Body.Length / 2) : reply.Body, end.Token);
        if (reply.BreaksOff)
        {
            client.LingerState = new LingerOption(true, 0);
        }
    }

    private async Task<LoopbackCall> ReadAsync(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n'))
        {
            await stream.ReadExactlyAsync(one, end.Token);
            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0].ToLowerInvariant(), pair => pair[1]);
        var body = new byte[headers.TryGetValue("content-length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, end.Token);
        return new LoopbackCall(Interlocked.Increment(ref count), lines[0].Split(' ')[0], lines[0].Split(' ')[1], headers, body);
    }
}
