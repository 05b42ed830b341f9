using System.Text.RegularExpressions;

namespace ValidationWorkbench.Pdf.Checks;

/// <summary>The rules of attachments: names that can be saved under and found again, and a media type.</summary>
internal static partial class AttachmentCheck
{
    private const int LongestName = 255;

    public static void Verify(IReadOnlyList<Attachment> attachments)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < attachments.Count; i++)
        {
            string place = FormattableString.Invariant($"Attachment {i + 1}");
            Name(attachments[i].Name, place);
            Require.That(names.Add(attachments[i].Name), place, $"the name \"{attachments[i].Name}\" was given before; each needs one of its own");
            TextCheck.VerifyTitle(attachments[i].Description, $"{place}, description");
            TextCheck.VerifyLine(attachments[i].Description, $"{place}, description");
            Require.That(
                MediaType().IsMatch(attachments[i].MediaType ?? ""),
                place,
                $"\"{attachments[i].MediaType}\" is no media type; one such as application/json is needed");
            Require.That(Enum.IsDefined(attachments[i].Relationship), place, $"the relationship {(int)attachments[i].Relationship} is not known");
        }
    }

    private static void Name(string name, string place)
    {
        TextCheck.VerifyTitle(name, $"{place}, name");
        TextCheck.VerifyLine(name, $"{place}, name");
        Require.That(name.Length <= LongestName, $"{place}, name", $"the name has {name.Length} characters; at most {LongestName} are allowed");
        Require.That(name.AsSpan().IndexOfAny('/', '\\', ':') < 0 && name is not ("." or ".."), place, $"\"{name}\" is no file name; one without folders is needed");
    }

    /// <summary>Type and subtype as ISO 19005-3, 6.8, lets them be written: letters, digits, and a few signs between.</summary>
    [GeneratedRegex(@"^[-A-Za-z0-9_+.]{1,60}/[-A-Za-z0-9_+.]{1,60}\z")]
    private static partial Regex MediaType();
}
