using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>A signer of checkpoints made for tests, from the published formats alone and without the workbench's own writer.</summary>
internal sealed class TestAnchor : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <param name="logId">The log that is signed for.</param>
    /// <param name="pem">A key that was stolen; null for one of its own.</param>
    public TestAnchor(Guid logId, string? pem = null)
    {
        Origin = $"validation-workbench/{logId:N}";
        if (pem is not null)
        {
            key.ImportFromPem(pem);
        }
    }

    public string Origin { get; }

    public string Vkey
    {
        get
        {
            var spki = key.ExportSubjectPublicKeyInfo();
            return $"{Origin}+{Convert.ToHexStringLower(SHA256.HashData(spki)[..4])}+{Convert.ToBase64String([2, .. spki])}";
        }
    }

    /// <summary>The private key as its file beside an anchor holds it.</summary>
    public string Pem => key.ExportPkcs8PrivateKeyPem();

    /// <summary>A note over these leaf hashes, with the empty line that ends it in an anchor.</summary>
    public string Note(IReadOnlyList<byte[]> leaves, string? origin = null) => Note(leaves.Count, Root(leaves), origin);

    public string Note(long size, byte[] root, string? origin = null)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{origin ?? Origin}\n{size}\n{Convert.ToBase64String(root)}\n");
        var id = SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..4];
        var signature = key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return $"{text}\n\u2014 {origin ?? Origin} {Convert.ToBase64String([.. id, .. signature])}\n\n";
    }

    /// <summary>The tree's root by its definition in RFC 9162, section 2.1.1.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leaves)
    {
        if (leaves.Count < 2)
        {
            return leaves.Count == 0 ? SHA256.HashData([]) : leaves[0];
        }

        var half = 1;
        while (2 * half < leaves.Count)
        {
            half *= 2;
        }

        return SHA256.HashData([1, .. Root([.. leaves.Take(half)]), .. Root([.. leaves.Skip(half)])]);
    }

    public void Dispose() => key.Dispose();
}
