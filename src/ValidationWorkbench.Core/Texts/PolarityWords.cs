namespace ValidationWorkbench.Texts;

/// <summary>English words whose opposite could stand in their place in a test step.</summary>
/// <remarks>"Correct" and "successful" are left out, since writers add and drop them freely; their opposites are here, so that a turn is seen.</remarks>
internal static class PolarityWords
{
    /// <summary>Base form, then the other forms in use; opposites next to each other.</summary>
    private static readonly string[] Table =
    [
        "accept accepts accepted accepting acceptance", "reject rejects rejected rejecting rejection", "refuse refuses refused refusing refusal",
        "allow allows allowed allowing", "disallow disallows disallowed disallowing", "deny denies denied denying denial",
        "permit permits permitted permitting", "prohibit prohibits prohibited prohibiting", "forbid forbids forbidden forbade forbidding",
        "enable enables enabled enabling", "disable disables disabled disabling",
        "activate activates activated activating activation", "deactivate deactivates deactivated deactivating deactivation",
        "active", "inactive",
        "approve approves approved approving approval", "disapprove disapproves disapproved disapproving disapproval",
        "grant grants granted granting", "revoke revokes revoked revoking revocation",
        "pass passes passed passing", "fail fails failed failing failure failures",
        "succeed succeeds succeeded succeeding", "unsuccessful unsuccessfully",
        "block blocks blocked blocking", "prevent prevents prevented preventing", "unblock unblocks unblocked unblocking",
        "lock locks locked locking", "unlock unlocks unlocked unlocking",
        "include includes included including", "exclude excludes excluded excluding",
        "increase increases increased increasing", "decrease decreases decreased decreasing",
        "valid", "invalid",
        "incorrect incorrectly",
        "authorized authorised", "unauthorized unauthorised",
        "visible", "invisible", "hidden",
        "minimum min", "maximum max",
        "above", "below",
        "before", "after",
        "true", "false",
    ];

    /// <summary>Words that say the same in a test step, so that one for the other is no difference; the first stands for all.</summary>
    private static readonly string[] Synonyms = ["reject refuse deny disallow prohibit forbid prevent block", "accept allow permit"];

    private static readonly Dictionary<string, string> Meanings = Synonyms.Select(line => line.Split(' '))
        .SelectMany(words => words.Select(word => (Word: word, Meaning: words[0])))
        .ToDictionary(entry => entry.Word, entry => entry.Meaning, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Bases = Table.Select(line => line.Split(' '))
        .SelectMany(forms => forms.Select(form => (Form: form, Base: forms[0])))
        .ToDictionary(entry => entry.Form, entry => entry.Base, StringComparer.Ordinal);

    /// <summary>The word that stands for a base form and its synonyms.</summary>
    public static string MeaningOf(string baseForm) => Meanings.GetValueOrDefault(baseForm, baseForm);

    /// <summary>Base form of a polarity word in lower case, or null.</summary>
    public static string? BaseOf(string word) => Bases.GetValueOrDefault(word);
}
