using System.Text.RegularExpressions;

namespace ValidationWorkbench.Models;

/// <summary>Recognises the themes of a requirement by its words.</summary>
internal static partial class ThemeReader
{
    private static readonly (RequirementTheme Theme, int Rank, Regex Words)[] Table =
    [
        (RequirementTheme.Lockout, 0, LockoutWords()),
        (RequirementTheme.AuditTrail, 1, AuditTrailWords()),
        (RequirementTheme.Power, 1, PowerWords()),
        (RequirementTheme.Interface, 1, InterfaceWords()),
        (RequirementTheme.Backup, 1, BackupWords()),
        (RequirementTheme.Expiry, 1, ExpiryWords()),
        (RequirementTheme.Calculation, 2, CalculationWords()),
        (RequirementTheme.Signature, 2, SignatureWords()),
        (RequirementTheme.Access, 2, AccessWords()),
        (RequirementTheme.Prohibition, 3, ProhibitionWords()),
        (RequirementTheme.Uniqueness, 3, UniquenessWords()),
        (RequirementTheme.Sequence, 3, SequenceWords()),
        (RequirementTheme.Input, 3, InputWords()),
        (RequirementTheme.Alarm, 4, AlarmWords()),
        (RequirementTheme.Report, 5, ReportWords()),
        (RequirementTheme.Clock, 5, ClockWords()),
    ];

    /// <summary>At most so many themes, the most telling ones, in the order of the steps.</summary>
    public static List<RequirementTheme> Read(string requirement, bool hasLimit, int most)
    {
        var themes = Table
            .Where(row => row.Words.IsMatch(requirement))
            .OrderBy(row => row.Rank)
            .Select(row => row.Theme)
            .Take(hasLimit ? most - 1 : most)
            .ToList();
        if (hasLimit)
        {
            themes.Add(RequirementTheme.Limit);
        }

        themes.Sort();
        return themes;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\block(s|ed|ing)?\b.{0,60}\b(attempts?|log-?ons?|log-?ins?|failed|wrong)|\b(attempts?|failed|wrong)\b.{0,60}\block(s|"
        + @"ed)?\b|\block(s|ed)? (after|out)\b|\bsession\b.{0,60}\b(lock|log|end|time|terminat)",
        Options)]
    private static partial Regex LockoutWords();

    [GeneratedRegex(
        @"\baudit[- ]trails?\b|\b(old|previous|prior|former|original|earlier) (value|entry|status|version|reading|result|verdict|"
        + @"data)|\bcorrect(ions?|ed)\b|\bchange history\b|\b(logged|recorded|record|log|store)\b.{0,60}\b(user|reason|person|"
        + @"author)\b|\boverrid",
        Options)]
    private static partial Regex AuditTrailWords();

    [GeneratedRegex(@"\bpower\b|\brestart(s|ed)?\b|\breboot|\bcrash|\boutage\b|\bfailure of the (server|primary)|\bresum(e|ed|able|ption)\b", Options)]
    private static partial Regex PowerWords();

    [GeneratedRegex(
        @"\b(network|connection|communication|interface|link|offline|reconnect\w*|unreachable|unavailable|buffer\w*|transfer\w*|"
        + @"transmit\w*|acknowledge?ments?|messages?|retr(y|ies|ied))\b|\bcannot be reached\b|\bbreaks? off\b|\breceived from\b",
        Options)]
    private static partial Regex InterfaceWords();

    [GeneratedRegex(@"\bback-?ups?\b|\brestor(e|ed|able|ation|ing)\b|\barchiv(e|ed|ing)\b|\bretrievable\b|\bretention\b|\bretained\b|\bchecksums?\b", Options)]
    private static partial Regex BackupWords();

    [GeneratedRegex(
        @"\bexpir\w*|\bdue date\b|\boverdue\b|\bshelf life\b|\belapsed\b|\bin the past\b|\bcalibration\b|\bvalid(ity)? (on|until|"
        + @"date)\b|\bnot current\b|\bhold time\b",
        Options)]
    private static partial Regex ExpiryWords();

    [GeneratedRegex(
        @"\bcalculat\w*|\bcomput\w*|\bsums?\b|\bmeans?\b|\baverages?\b|\bdivided\b|\bdecimals?\b|\bformulas?\b|\bround(s|ed|"
        + @"ing)?\b|\bconver(t|ted|sion)\b|\bagree within\b|\bequals?\b|\bpercent(age)?\b|\bstandard deviation\b",
        Options)]
    private static partial Regex CalculationWords();

    [GeneratedRegex(@"\bsign(s|ed|ing|atures?|atory)?\b|\bsecond person\b|\bapproval\b|\bwitness", Options)]
    private static partial Regex SignatureWords();

    [GeneratedRegex(
        @"\broles?\b|\bonly (users?|to|by|the|a|an|authorised|qa)\b|\bpasswords?\b|\brights?\b|\bpermi(t|ts|tted|ssions?)\b|"
        + @"\brestricted\b|\bauthoris\w+|\bauthenticat\w+|\bprivileges?\b|\breserved to\b|\bunauthorised\b|\baccess\b|\blog-?on\b|"
        + @"\busers? (of|with|who|whose)\b|\boperators? (shall|may|can)\b|\bassigned to\b|\bblinded\b",
        Options)]
    private static partial Regex AccessWords();

    [GeneratedRegex(
        @"\b(shall|must|can|may|should) (not|never)\b|\bnever\b|\bno (role|user|person|one)\b|\bcannot\b|\breject\w*|\brefus\w*|"
        + @"\bprevent\w*|\bblock(s|ed)?\b|\bprohibit\w*|\bwithout possibility\b|\bineligible\b|\bprotected\b|\bread-only\b|"
        + @"\bonly (from|with|when|if|after|in|kits?|numbers?|released|approved|processing)\b|\bdisabled\b",
        Options)]
    private static partial Regex ProhibitionWords();

    [GeneratedRegex(
        @"\bunique\w*|\bduplicates?\b|\btwice\b|\bonce only\b|\bonly once\b|\bsame (number|id|time|serial|code|name)\b|"
        + @"\bin any earlier\b|\bone \w+ only\b|\bagain\b",
        Options)]
    private static partial Regex UniquenessWords();

    [GeneratedRegex(
        @"\bsequence\b|\bbefore\b|\buntil\b|\bunless\b|\bpredecessor\b|\bwhile any\b|\bonly after\b|\bin (the )?(status|state)\b|"
        + @"\bopen\b|\bcompleted\b|\bstatus\b|\bnext unused\b",
        Options)]
    private static partial Regex SequenceWords();

    [GeneratedRegex(
        @"\bmandatory\b|\bempty\b|\bnegative\b|\baccept only\b|\btext\b|\bfields?\b|\bformat\b|\benter(ed|s)?\b|\binput\b|"
        + @"\bplausib\w+|\bscann?(s|ed|ing)?\b|\btyped\b",
        Options)]
    private static partial Regex InputWords();

    [GeneratedRegex(
        @"\balarms?\b|\balerts?\b|\bnotif\w+|\bwarn\w*|\be-?mails?\b|\bticket\b|\binform(s|ed)?\b|\bmessage naming\b|"
        + @"\bhighlight\w*|\bflag(s|ged)?\b|\bexceptions?\b|\bescalat\w+|\bremind\w*|\bstop(s|ped)?\b|\beject\w*",
        Options)]
    private static partial Regex AlarmWords();

    [GeneratedRegex(
        @"\breports?\b|\bprint(s|ed|out)?\b|\bexport\w*|\bpdf\b|\bdisplay(s|ed)?\b|\blist(s|ed)?\b|\bcop(y|ies)\b|\bshow(s|n)?\b|"
        + @"\blabels?\b|\bcertificate\b",
        Options)]
    private static partial Regex ReportWords();

    [GeneratedRegex(@"\bclocks?\b|\btime (zone|server|source|stamps?)\b|\bsynchronis\w+|\butc\b|\bsummer time\b", Options)]
    private static partial Regex ClockWords();
}
