namespace ValidationWorkbench.Plans;

/// <summary>What a criterion measures. Rates are shares of cases unless the unit says calls.</summary>
public enum CriterionKind
{
    /// <summary>Categorization cases answered rightly in every repeat.</summary>
    Accuracy,

    /// <summary>Categorization cases in which a category lower than every acceptable one was given at least once. Severe.</summary>
    UnderCategorization,

    /// <summary>Candidate minus baseline, paired by case, on reliably right cases.</summary>
    NonInferiority,

    /// <summary>
    /// Categorization cases in which candidate and baseline give the same category (that of most repeats) and, where the criterion has a
    /// tolerance, mean confidences that differ by less. A case that only the candidate has right is an improvement and counts as conforming.
    /// </summary>
    AgreementWithBaseline,

    /// <summary>Categorization cases whose category is the same in all repeats.</summary>
    Reproducibility,

    /// <summary>Mean stated confidence of the candidate minus that of the baseline, over categorization cases. Says nothing about calibration.</summary>
    Confidence,

    /// <summary>Replies that could be read and obey the reply structure.</summary>
    SchemaConformance,

    /// <summary>OQ cases in which every requirement is covered in every repeat. A gate: no case may miss one.</summary>
    RequirementCoverage,

    /// <summary>OQ cases whose structure score reaches the case limit in every repeat.</summary>
    StructureConformance,

    /// <summary>OQ cases in which the share of must-have checks found reaches the case limit in every repeat.</summary>
    ExpectedElements,

    /// <summary>Similarity of candidate suites to baseline suites, as a share of the baseline's similarity to itself.</summary>
    SuiteSimilarity,

    /// <summary>
    /// OQ cases in which no matched pair of candidate and baseline steps differs in a number, comparator, negation or polarity word. A screen:
    /// every difference is listed for a person's disposition.
    /// </summary>
    CriticalTokens,

    /// <summary>Calls that were answered faster than the stated seconds.</summary>
    Latency,

    /// <summary>Calls that failed at the endpoint; a retry counts as an error.</summary>
    ErrorRate,
}
