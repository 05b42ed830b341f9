using System.Security.Cryptography;
using System.Text;
using ValidationWorkbench.Audit;
using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>Checkpoints as signed notes: one text for one state, and nothing near it is taken for one.</summary>
public sealed class CheckpointTests
{
    private const string Origin = "validation-workbench/0123456789abcdef0123456789abcdef";
    private const string Base64Root = "Rce9zUXbQrQY98QmY/vrRkyfCoiYDLwx/d3SnST3JO4=";

    private static readonly ECDsa Signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly NoteKey Key = NoteKey.Of(Origin, Signer);
    private static readonly Checkpoint State = new(Origin, 1, Convert.ToHexStringLower(TreeVectors.Leaves[0]));
    private static readonly string Note = State.Sign(Signer).ToString();

    [Fact]
    public void A_checkpoint_is_three_lines()
    {
        Assert.Equal($"{Origin}\n1\n{Base64Root}\n", State.Text);
        Assert.Equal(State, Checkpoint.Parse(State.Text));
        Assert.Equal(Make.LogId, Checkpoint.LogIdOf(State.Origin));
        Assert.Equal(Origin, Checkpoint.OriginOf(Make.LogId));
    }

    [Fact]
    public void A_signed_checkpoint_is_read_back_by_its_key()
    {
        Assert.StartsWith($"{State.Text}\n\u2014 {Origin} ", Note, StringComparison.Ordinal);
        Assert.Equal(State, Open(Note));
    }

    [Fact]
    public void A_key_is_written_and_read_back()
    {
        var again = NoteKey.Parse(Key.ToString());

        Assert.Matches(@"^validation-workbench/[0-9a-f]{32}\+[0-9a-f]{8}\+Aj[A-Za-z0-9+/]+=*$", again.ToString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Signer.ExportSubjectPublicKeyInfo())[..4]), again.Id);
        Assert.Equal(State, Checkpoint.Open(Encoding.UTF8.GetBytes(Note), again));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("O\n1\n")]
    [InlineData("O\n1\nROOT")]
    [InlineData("O\n1\nROOT\nextension\n")]
    [InlineData("O\n1\nROOT\n\n")]
    [InlineData("\n1\nROOT\n")]
    [InlineData("O\n01\nROOT\n")]
    [InlineData("O\n+1\nROOT\n")]
    [InlineData("O\n-1\nROOT\n")]
    [InlineData("O\n 1\nROOT\n")]
    [InlineData("O\n1 \nROOT\n")]
    [InlineData("O\n1.0\nROOT\n")]
    [InlineData("O\n0x1\nROOT\n")]
    [InlineData("O\n\nROOT\n")]
    [InlineData("O\n9223372036854775808\nROOT\n")]
    [InlineData("O\n١\nROOT\n")]
    [InlineData("O\n1\n\n")]
    [InlineData("O\n1\nRce9zUXbQrQY98QmY/vrRkyfCoiYDLwx/d3SnST3JO4\n")]
    [InlineData("O\n1\nRce9zUXbQrQY98QmY/vrRkyfCoiYDLwx/d3SnST3JO5=\n")]
    [InlineData("O\n1\n Rce9zUXbQrQY98QmY/vrRkyfCoiYDLwx/d3SnST3JO4=\n")]
    [InlineData("O\n1\nRce9zUXbQrQY98QmY_vrRkyfCoiYDLwx_d3SnST3JO4=\n")]
    [InlineData("O\n1\nRce9zUXbQrQY98QmY/vrRkyfCoiYDLwx/d3SnST3cg==\n")]
    [InlineData("O\n1\n45c7bdcd45db42b418f7c42663fbeb464c9f0a88980cbc31fdddd29d24f724ee\n")]
    public void A_text_that_is_no_checkpoint_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Checkpoint.Parse(text.Replace("ROOT", Base64Root, StringComparison.Ordinal)));

    [Fact]
    public void A_note_with_one_byte_more_less_or_other_is_refused() => Assert.All(Enumerable.Range(0, Note.Length), i =>
    {
        var bytes = Encoding.UTF8.GetBytes(Note);
        Assert.ThrowsAny<FormatException>(() => Checkpoint.Open(bytes.AsSpan(0, i), Key));
        Assert.ThrowsAny<FormatException>(() => Checkpoint.Open([.. bytes[..i], .. bytes[(i + 1)..]], Key));
        Assert.ThrowsAny<FormatException>(() => Checkpoint.Open([.. bytes[..i], (byte)' ', .. bytes[i..]], Key));
        Assert.ThrowsAny<FormatException>(() => Checkpoint.Open([.. bytes[..i], (byte)(bytes[i] ^ 1), .. bytes[(i + 1)..]], Key));
    });

    public static TheoryData<string, string> Malformed => new()
    {
        { "empty", string.Empty },
        { "text alone", State.Text },
        { "no signature", $"{State.Text}\n" },
        { "no text", Note[State.Text.Length..] },
        { "no empty line", Note.Replace("\n\n", "\n", StringComparison.Ordinal) },
        { "two empty lines", Note.Replace("\n\n", "\n\n\n", StringComparison.Ordinal) },
        { "extra line feed", $"{Note}\n" },
        { "extra bytes", $"{Note}x" },
        { "extra line", $"{Note}x\n" },
        { "text after the signature", $"{Note}\n{State.Text}" },
        { "the same signature line twice", Note + Note[(State.Text.Length + 1)..] },
        { "two signatures of one key", Note + State.Sign(Signer).ToString()[(State.Text.Length + 1)..] },
        { "carriage returns", Note.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "a byte order mark", $"\uFEFF{Note}" },
        { "hyphen for the dash", Note.Replace('\u2014', '-') },
        { "no space after the dash", Note.Replace("\u2014 ", "\u2014", StringComparison.Ordinal) },
        { "two spaces", Note.Replace("\u2014 ", "\u2014  ", StringComparison.Ordinal) },
        { "a tab", Note.Replace("\u2014 ", "\u2014\t", StringComparison.Ordinal) },
        { "no name", Note.Replace($"\u2014 {Origin} ", "\u2014 ", StringComparison.Ordinal) },
        { "another name", Note.Replace($"\u2014 {Origin}", "\u2014 validation-workbench/ffffffffffffffffffffffffffffffff", StringComparison.Ordinal) },
        { "a third part", Note.Replace($"\u2014 {Origin}", $"\u2014 {Origin} x", StringComparison.Ordinal) },
        { "another origin", Note.Replace($"{Origin}\n", "validation-workbench/ffffffffffffffffffffffffffffffff\n", StringComparison.Ordinal) },
        { "another size", Note.Replace("\n1\n", "\n2\n", StringComparison.Ordinal) },
        { "another root", Note.Replace("\nRce9", "\nAce9", StringComparison.Ordinal) },
        { "an extension line", Note.Replace("\n\n", "\nextension\n\n", StringComparison.Ordinal) },
        { "signature is no base64", Signed("!!!!") },
        { "signature is empty", Signed(string.Empty) },
        { "signature is the key id alone", Signed(Convert.ToBase64String(Convert.FromHexString(Key.Id))) },
        { "signature of zeros", Signed(Convert.ToBase64String([.. Convert.FromHexString(Key.Id), .. new byte[70]])) },
        { "signature without its last byte", Signed(Convert.ToBase64String(SignatureLine()[..^1])) },
        { "signature with a byte more", Signed(Convert.ToBase64String([.. SignatureLine(), 0])) },
        { "signature in another form than DER", Signed(Convert.ToBase64String([.. Convert.FromHexString(Key.Id), .. Signer.SignData(Encoding.UTF8.GetBytes(State.Text), HashAlgorithmName.SHA256)])) },
        { "signature over the text without its line feed", Signed(Convert.ToBase64String([.. Convert.FromHexString(Key.Id), .. Signature(State.Text[..^1])])) },
        { "signature over another text", Signed(Convert.ToBase64String([.. Convert.FromHexString(Key.Id), .. Signature("x\n")])) },
        { "another key id", Signed(Convert.ToBase64String([0, 0, 0, 0, .. SignatureLine()[4..]])) },
        { "white space in the base64", Note.Insert(Note.Length - 5, " ") },
        { "a control character in the text", Note.Replace($"{Origin}\n", $"{Origin}\u0007\n", StringComparison.Ordinal) },
        { "too many signatures", $"{State.Text}\n{string.Concat(Enumerable.Range(0, 17).Select(i => $"\u2014 n{i} AAAAAAA=\n"))}" },
        { "far too long", $"{new string('x', 70_000)}\n\n{Note[(State.Text.Length + 1)..]}" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_or_forged_note_is_refused(string fault, string note)
    {
        Assert.NotEmpty(fault);
        Assert.Throws<FormatException>(() => Open(note));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Throws<FormatException>(() => SignedNote.Parse([0xC0, 0x80, .. Encoding.UTF8.GetBytes(Note)]));

    [Fact]
    public void A_key_of_another_log_or_another_key_of_this_log_does_not_open_it()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var bytes = Encoding.UTF8.GetBytes(Note);

        Assert.Throws<FormatException>(() => Checkpoint.Open(bytes, NoteKey.Of(Origin, stranger)));
        Assert.Throws<FormatException>(() => Checkpoint.Open(bytes, NoteKey.Of("validation-workbench/ffffffffffffffffffffffffffffffff", Signer)));
    }

    [Fact]
    public void A_witness_may_sign_beside_the_log()
    {
        using var witness = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var line = SignedNote.Sign(State.Text, "qa.example", witness).ToString()[(State.Text.Length + 1)..];
        var both = SignedNote.Parse(Encoding.UTF8.GetBytes(Note + line));

        Assert.Equal(State, Open(Note + line));
        Assert.True(both.IsSignedBy(Key) && both.IsSignedBy(NoteKey.Of("qa.example", witness)));
        Assert.Equal(Note + line, both.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no line feed")]
    [InlineData("\n")]
    [InlineData("tab\there\n")]
    public void A_text_that_fits_no_note_is_not_signed(string text) => Assert.Throws<ArgumentException>(() => SignedNote.Sign(text, Origin, Signer));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    public void A_name_that_fits_no_note_is_refused(string name) => Assert.Throws<ArgumentException>(() => NoteKey.Of(name, Signer));

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var spki = other.ExportSubjectPublicKeyInfo();
        var id = Convert.ToHexStringLower(SHA256.HashData(spki)[..4]);

        Assert.Throws<ArgumentException>(() => NoteKey.Of(Origin, other));
        Assert.Throws<FormatException>(() => NoteKey.Parse($"{Origin}+{id}+{Convert.ToBase64String([2, .. spki])}"));
    }

    public static TheoryData<string> MalformedKeys =>
    [
        string.Empty,
        Origin,
        $"{Origin}+{Key.Id}",
        Key.ToString().Replace(Key.Id, "00000000", StringComparison.Ordinal),
        Key.ToString().Replace(Key.Id, Key.Id.ToUpperInvariant() + "x", StringComparison.Ordinal),
        Key.ToString().Replace(Origin, "a b", StringComparison.Ordinal),
        Key.ToString().Replace(Origin, string.Empty, StringComparison.Ordinal),
        Key.ToString() + "=",
        Key.ToString()[..^4],
        VKey(1, Signer.ExportSubjectPublicKeyInfo()),
        VKey(2, []),
        VKey(2, [.. Signer.ExportSubjectPublicKeyInfo(), 0]),
        VKey(2, Signer.ExportSubjectPublicKeyInfo()[..^1]),
        VKey(2, [.. Signer.ExportSubjectPublicKeyInfo()[..^32], .. new byte[32]]),
    ];

    [Theory]
    [MemberData(nameof(MalformedKeys))]
    public void A_malformed_key_is_refused(string vkey) => Assert.Throws<FormatException>(() => NoteKey.Parse(vkey));

    private static string VKey(byte type, byte[] spki) => $"{Origin}+{Convert.ToHexStringLower(SHA256.HashData(spki)[..4])}+{Convert.ToBase64String([type, .. spki])}";

    private static Checkpoint Open(string note) => Checkpoint.Open(Encoding.UTF8.GetBytes(note), Key);

    private static string Signed(string base64) => $"{State.Text}\n\u2014 {Origin} {base64}\n";

    private static byte[] SignatureLine() => Convert.FromBase64String(Note.TrimEnd().Split(' ')[^1]);

    private static byte[] Signature(string text) => Signer.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
