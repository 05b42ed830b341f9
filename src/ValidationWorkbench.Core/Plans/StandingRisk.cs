namespace ValidationWorkbench.Plans;

/// <summary>Risks that every use of a language model has. A risk assessment that passes over one of them has a gap.</summary>
public enum StandingRisk
{
    /// <summary>A rule, clause or requirement that does not exist.</summary>
    HallucinatedRegulation,

    /// <summary>A category lower than every acceptable one.</summary>
    UnderCategorization,

    /// <summary>An instruction within a document that the model follows.</summary>
    PromptInjection,

    /// <summary>Another model or build behind the same name.</summary>
    SilentProviderUpdate,

    /// <summary>Different answers to the same question.</summary>
    NonReproducibility,

    /// <summary>A reply that ends before its end.</summary>
    TruncatedOutput,

    /// <summary>A reply of another structure than asked for.</summary>
    SchemaBreak,

    /// <summary>Documents of another language or form than those of the cases.</summary>
    LanguageOrFormatShift,

    /// <summary>Cases that the model has seen before, or that were made with it.</summary>
    TestSetContamination,

    /// <summary>People who accept a draft because a machine made it.</summary>
    AutomationBias,

    /// <summary>A model, or a person who knows the models, that judges answers with a preference.</summary>
    JudgeBias,

    /// <summary>Confidential content that reaches somebody through the endpoint.</summary>
    ConfidentialDataLeakage,

    /// <summary>An endpoint that does not answer.</summary>
    EndpointOutage,
}
