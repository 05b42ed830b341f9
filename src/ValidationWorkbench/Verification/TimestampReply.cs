using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace ValidationWorkbench.Verification;

/// <summary>The token in a reply of a time-stamping authority (RFC 3161), once its imprint and signature hold. Whether the authority is one to trust is another question.</summary>
/// <param name="Time">When the authority says that it stamped (genTime).</param>
/// <param name="Subject">Subject of the certificate that signed.</param>
/// <param name="Serial">Serial number of that certificate, hex.</param>
/// <param name="Certificate">That certificate, DER.</param>
/// <param name="Nonce">What the request gave to be repeated; null for nothing.</param>
internal sealed record TimestampReply(DateTimeOffset Time, string Subject, string Serial, byte[] Certificate, byte[]? Nonce)
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>Reads a reply and checks its token against the bytes that it must be over.</summary>
    /// <param name="reply">The reply as it came, DER.</param>
    /// <param name="stamped">The bytes.</param>
    /// <param name="trouble">What does not hold; null where all does.</param>
    public static TimestampReply? TryRead(byte[] reply, byte[] stamped, out string? trouble)
    {
        try
        {
            var token = TokenIn(reply);
            if (!Rfc3161TimestampToken.TryDecode(token, out var decoded, out var read) || read != token.Length)
            {
                trouble = "its token cannot be read, or its signature does not hold";
                return null;
            }

            var (info, hash) = (decoded.TokenInfo, SHA256.HashData(stamped));
            var imprint = info.GetMessageHash();
            trouble = info.HashAlgorithmId.Value != Sha256 || !imprint.Span.SequenceEqual(hash)
                ? $"its token is over {Convert.ToHexStringLower(imprint.Span)}, the checkpoint has SHA-256 {Convert.ToHexStringLower(hash)}" : null;
            if (trouble is not null)
            {
                return null;
            }

            if (!decoded.VerifySignatureForHash(hash, HashAlgorithmName.SHA256, out var signer))
            {
                trouble = "its signature does not hold, or the certificate is missing, out of its time, or not one for time-stamping";
                return null;
            }

            using (signer)
            {
                return new TimestampReply(info.Timestamp, signer.Subject, signer.SerialNumber, signer.RawData, info.GetNonce()?.ToArray());
            }
        }
        catch (Exception exception) when (exception is AsnContentException or CryptographicException or FormatException or OverflowException)
        {
            trouble = exception is FormatException ? exception.Message : $"it is no reply of RFC 3161: {exception.Message}";
            return null;
        }
    }

    /// <summary>SEQUENCE of a status (whole number, texts, failure bits) and, where it was granted, the token.</summary>
    private static ReadOnlyMemory<byte> TokenIn(byte[] reply)
    {
        var all = new AsnReader(reply, AsnEncodingRules.BER);
        var parts = all.ReadSequence();
        all.ThrowIfNotEmpty();
        var status = parts.ReadSequence();
        var code = status.ReadInteger();
        if (code < 0 || code > 1 || !parts.HasData)
        {
            throw new FormatException($"the authority refused: status {code}{Texts(status)}");
        }

        var token = parts.ReadEncodedValue();
        parts.ThrowIfNotEmpty();
        return token;
    }

    private static string Texts(AsnReader status)
    {
        var texts = new List<string>();
        if (status.HasData && status.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            for (var lines = status.ReadSequence(); lines.HasData;)
            {
                texts.Add(Excerpts.Cut(lines.ReadCharacterString(UniversalTagNumber.UTF8String), 200));
            }
        }

        if (status.HasData)
        {
            texts.Add($"failure bits {Convert.ToHexStringLower(status.ReadBitString(out _))}");
        }

        return texts.Count == 0 ? string.Empty : $", {string.Join(", ", texts)}";
    }
}
