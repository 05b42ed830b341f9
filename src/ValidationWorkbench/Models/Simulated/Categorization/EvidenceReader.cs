namespace ValidationWorkbench.Models;

/// <summary>Applies the evidence table to a stretch of a document.</summary>
internal static class EvidenceReader
{
    private const double OutOfScopeShare = 0.25;
    private const double VendorShare = 0.3;

    // Each further find of a rule says less than the one before.
    private const double Fading = 1.6;

    // "No scripting" speaks for a product that somebody could have scripted: more often a configured than a plain one.
    private const double DeniedCodeForConfigured = 0.5;
    private const double DeniedCodeForStandard = 0.4;
    private const double DeniedConfigurationForStandard = 0.5;

    /// <summary>Weighs all finds between two positions.</summary>
    public static CategoryScores Weigh(DocumentText text, int start, int end)
    {
        var scores = new CategoryScores();
        foreach (var rule in CategoryEvidence.Rules)
        {
            Apply(rule, text, start, end, scores);
        }

        return scores;
    }

    private static void Apply(EvidenceRule rule, DocumentText text, int start, int end, CategoryScores scores)
    {
        var share = 1.0;
        var counted = 0;
        var denied = -1;
        foreach (var match in rule.Pattern.EnumerateMatches(text.Lower.AsSpan(0, end), start))
        {
            var index = text.SentenceAt(match.Index);
            var sentence = text.Sentences[index];
            if (sentence.Standing == SentenceStanding.Ignored || counted == rule.Limit)
            {
                continue;
            }

            if (!rule.CanBeNegated || !Negation.Denies(text.Lower, sentence, match.Index, match.Index + match.Length))
            {
                scores.Add(new EvidenceFinding(rule, match.Index, sentence, rule.Weight * share * Standing(rule, text, sentence)));
                share /= Fading;
                counted++;
            }
            else if (index != denied)
            {
                // One denial per sentence: a list of things that are not used is one statement.
                Deny(rule, share, scores);
                denied = index;
            }
        }
    }

    private static double Standing(EvidenceRule rule, DocumentText text, TextSentence sentence)
    {
        var share = sentence.Standing == SentenceStanding.OutOfScope ? OutOfScopeShare : 1;
        return rule.Category == 5 && Negation.IsVendorsOwn(text.Lower.AsSpan(sentence.Start, sentence.End - sentence.Start)) ? share * VendorShare : share;
    }

    private static void Deny(EvidenceRule rule, double share, CategoryScores scores)
    {
        if (rule.Category == 5)
        {
            scores.Add(4, DeniedCodeForConfigured * share);
            scores.Add(3, DeniedCodeForStandard * share);
        }
        else if (rule.Category == 4)
        {
            scores.Add(3, DeniedConfigurationForStandard * share);
        }
    }
}
