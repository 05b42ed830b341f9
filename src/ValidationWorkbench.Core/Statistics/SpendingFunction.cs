namespace ValidationWorkbench.Statistics;

/// <summary>How planned looks share the error of one decision (Lan and DeMets 1983), t being the share of the information in [0,1].</summary>
public enum SpendingFunction
{
    /// <summary>2 (1 - Phi(z(1 - alpha/2) / sqrt t)): very little early.</summary>
    OBrienFleming,

    /// <summary>alpha ln(1 + (e-1) t): nearly the same at each look.</summary>
    Pocock,
}
