namespace ValidationWorkbench.Models;

/// <summary>How often the simulated model errs. Each value is a probability in [0,1]; all default to 0.</summary>
public sealed record SimulatedProfile
{
    /// <summary>Share of cases whose category is taken from the second-best evidence, in every repeat alike.</summary>
    public double SystematicErrorRate { get; init; }

    /// <summary>Share of single calls that deviate from the case's usual category.</summary>
    public double InstabilityRate { get; init; }

    /// <summary>Share of test steps that are worded differently from the usual wording.</summary>
    public double WordingNoise { get; init; }

    /// <summary>Share of requirements for which no test is drafted.</summary>
    public double OmissionRate { get; init; }

    /// <summary>Share of replies that are cut off in the middle of the JSON text.</summary>
    public double MalformedRate { get; init; }

    /// <summary>Share of calls that fail with HTTP status 503.</summary>
    public double FailureRate { get; init; }
}
