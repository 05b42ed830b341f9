using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ValidationWorkbench.Verification;

/// <summary>
/// Checks the time stamps on record: the checkpoint is one of this log and these records, the token is over its bytes and its signature holds, and the
/// certificate is one that was given, where one was.
/// </summary>
internal sealed class TimestampAudit(Func<string, byte[]?> evidence, Func<long, string> rootAt, KeyHistory keys, IReadOnlyList<byte[]>? pinned, FaultLog faults)
{
    private readonly List<StampedCheckpoint> stamped = [];

    /// <summary>What held.</summary>
    public IReadOnlyList<StampedCheckpoint> Stamped => stamped;

    /// <summary>Reads the certificates that the user trusts.</summary>
    /// <exception cref="InputException">There is no such file, or no certificate in it.</exception>
    public static IReadOnlyList<byte[]> ReadPinned(string path)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(path);
            return certificates.Count > 0 ? [.. certificates.Select(certificate => certificate.RawData)]
                : throw new InputException(path, "holds no certificate in PEM form. Give the certificate of the time-stamping authority with --tsa-certificate.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InputException(path, $"cannot be read as a certificate: {exception.Message}");
        }
    }

    /// <summary>Checks one.</summary>
    /// <param name="sequence">Sequence of the record that keeps it.</param>
    /// <param name="atMicros">Time of that record.</param>
    /// <param name="attachments">What the record names.</param>
    public void Check(long sequence, long atMicros, (string Name, long Length, string Sha256)[] attachments)
    {
        byte[]? Piece(string name) => attachments.FirstOrDefault(attachment => attachment.Name == name).Sha256 is { } sha256 ? evidence(sha256) : null;
        if (Piece("checkpoint") is not { } checkpoint || Piece("reply") is not { } reply)
        {
            faults.Add(FaultClass.Timestamp, sequence, "the checkpoint that was stamped or the reply of the authority cannot be read");
        }
        else if (NoteIn(checkpoint) is not { } note || note.Size >= sequence || note.RootText != rootAt(note.Size) || !keys.Keys.Any(entry => entry.Key.HasSigned(note)))
        {
            faults.Add(FaultClass.Timestamp, sequence, "what was stamped is no signed checkpoint of the records before it");
        }
        else if (TimestampReply.TryRead(reply, checkpoint, out var trouble) is not { } token)
        {
            faults.Add(FaultClass.Timestamp, sequence, $"the time stamp of the checkpoint over {note.Size} records: {trouble}");
        }
        else if (pinned is not null && !pinned.Any(certificate => certificate.AsSpan().SequenceEqual(token.Certificate)))
        {
            faults.Add(FaultClass.Timestamp, sequence, $"the time stamp was signed by {token.Subject}, serial {token.Serial}, which is not the certificate that was given");
        }
        else
        {
            stamped.Add(new StampedCheckpoint(sequence, note.Size, token.Time, token.Subject, token.Serial, pinned is not null));
            CompareClocks(sequence, atMicros, token.Time);
        }
    }

    /// <summary>The token is stored right after it was made: what the two clocks differ by is what one of them is wrong by.</summary>
    private void CompareClocks(long sequence, long atMicros, DateTimeOffset time)
    {
        var apart = (atMicros - ((time.UtcTicks - DateTime.UnixEpoch.Ticks) / 10)) / 1_000_000;
        if (Math.Abs(apart) > TrailVerifier.ClockTolerance / 1_000_000)
        {
            faults.Remark(FormattableString.Invariant($"record {sequence}: the clock of the machine was {Math.Abs(apart)} s {(apart > 0 ? "ahead of" : "behind")} that of the time-stamping authority."));
        }
    }

    private static AnchorNote? NoteIn(byte[] checkpoint)
    {
        var parser = new AnchorParser();
        AnchorNote? note = null;
        foreach (var line in System.Text.Encoding.UTF8.GetString(checkpoint).Split('\n'))
        {
            note = parser.Add(line, out var trouble);
            if (trouble is not null)
            {
                return null;
            }
        }

        return note;
    }
}
