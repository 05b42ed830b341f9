using System.Text.RegularExpressions;

namespace ValidationWorkbench.Models;

/// <summary>Says whether a find is denied where it stands ("no scripting", "the add-on is not licensed") or belongs to the vendor.</summary>
internal static partial class Negation
{
    private const int LongestReachBefore = 60;
    private const int LongestReachAfter = 90;

    /// <summary>True when the find is denied before or after it within its sentence. The text is in small letters.</summary>
    public static bool Denies(string lower, TextSentence sentence, int start, int end)
    {
        var from = Math.Max(sentence.Start, start - LongestReachBefore);

        // A find of a pattern that spans two sentences may end behind its sentence.
        var to = Math.Max(end, Math.Min(sentence.End, end + LongestReachAfter));
        return IsDeniedBefore(lower.AsSpan(from, start - from)) || IsDeniedAfter(lower.AsSpan(end, to - end));
    }

    /// <summary>True when the sentence speaks of the vendor's own code and not of work done for the user.</summary>
    public static bool IsVendorsOwn(ReadOnlySpan<char> sentence) => Vendors().IsMatch(sentence) && !ForUser().IsMatch(sentence);

    private static bool IsDeniedBefore(ReadOnlySpan<char> before)
    {
        before = before[(before.LastIndexOfAny(";:()|") + 1)..];
        before = before[LastTurn(before)..];
        return ListDenial().IsMatch(before) || NearDenial().IsMatch(before[(before.LastIndexOf(',') + 1)..]);
    }

    private static bool IsDeniedAfter(ReadOnlySpan<char> after)
    {
        var stop = after.IndexOfAny(";:|");
        after = stop < 0 ? after : after[..stop];
        var turns = Turn().EnumerateMatches(after);
        return LaterDenial().IsMatch(turns.MoveNext() ? after[..turns.Current.Index] : after);
    }

    private static int LastTurn(ReadOnlySpan<char> before)
    {
        var position = 0;
        foreach (var match in Turn().EnumerateMatches(before))
        {
            position = match.Index + match.Length;
        }

        return position;
    }

    [GeneratedRegex(@"\b(but|however|whereas|although|yet|instead|therefore)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Turn();

    [GeneratedRegex(@"\b(no|neither|nor|without|none of|nobody|free of|lacks?|absence of|instead of|rather than)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ListDenial();

    [GeneratedRegex(@"\b(not|never|cannot|can't|don't|doesn't|isn't|won't|nothing|hardly)\b(?! only| merely| just)", RegexOptions.CultureInvariant)]
    private static partial Regex NearDenial();

    [GeneratedRegex(
        @"\b((is|are|was|were|be|been|remains?|stays?|has been|have been|shall be|will be)\s(kept )?(not|never|disabled|locked|"
        + @"forbidden|excluded|blocked|barred|prohibited|switched off|turned (off|down)|refused|rejected|declined|withdrawn|removed|"
        + @"absent|inactive|unavailable|left inactive|empty|ruled out|dispensed with)|not (licensed|used|permitted|allowed|planned|"
        + @"available|installed|wanted|foreseen|needed|necessary|accepted|part of|included|purchased|be used|been ordered|offered|"
        + @"required|entitled)|stays? (switched )?off|do(es)? not (exist|include|appear)|cannot be (used|installed|added|entered)|"
        + @"is a(n)? option|(have|has) no part|not involved|shall not)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex LaterDenial();

    [GeneratedRegex(
        @"\b(vendor|supplier|maker|manufacturer|provider|publisher)('s|s')? (\w+ ){0,2}(code|source|developers?|programmers?|"
        + @"development|library|libraries|releases?|program|scripts?)\b|\b(written|developed|programmed|maintained|"
        + @"coded) (and \w+ )?by (the|its|their) (vendor|supplier|maker|manufacturer|provider|publisher)\b|\bproduct code\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Vendors();

    [GeneratedRegex(
        @"\b(for (us|this|our|the (site|plant|firm|sponsor))|our (own|functional|interface|request|process)|on request|partner|"
        + @"contractor|customers can|own)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex ForUser();
}
