namespace ValidationWorkbench.Models;

/// <summary>Steps by theme: what an experienced tester does to challenge such a requirement.</summary>
internal static class StepTemplates
{
    public static StepTemplate Start { get; } = new(
        [
            "Log on to {system} with a test account and prepare the test data for {id}.",
            "With a test account, log on to {system} and set up the test data for {id}.",
            "Prepare the test data for {id} and log on to {system} with a test account.",
        ],
        [
            "The system is in its starting state, and the test data are recorded in the protocol.",
            "The starting state of the system is reached, and the test data are noted in the protocol.",
            "The system has reached its starting state; the test data are documented in the protocol.",
        ]);

    public static StepTemplate Normal { get; } = new(
        [
            "Carry out the normal case of {id}: {topic}.",
            "Perform {id} in its normal case: {topic}.",
            "Execute the normal case of {id}: {topic}.",
        ],
        [
            "The observed behaviour matches the requirement: {claim}.",
            "The system behaves as the requirement states: {claim}.",
            "What is observed agrees with the requirement: {claim}.",
        ]);

    public static StepTemplate Evidence { get; } = new(
        [
            "Compare the stored records with the observations and attach print-outs or screen copies for {id}.",
            "Attach print-outs or screen copies for {id} and compare the stored records with the observations.",
            "Check the stored records against the observations and attach print-outs or screen copies for {id}.",
        ],
        [
            "Records and observations agree, and the evidence is complete, dated and initialled.",
            "Observations and records agree; the evidence is complete, initialled and dated.",
            "The evidence is complete, dated and initialled, and records agree with observations.",
        ]);

    /// <summary>The step that challenges a theme.</summary>
    public static StepTemplate For(RequirementTheme theme) => theme switch
    {
        RequirementTheme.Limit => DataStepTemplates.Limit,
        RequirementTheme.Calculation => DataStepTemplates.Calculation,
        RequirementTheme.Input => DataStepTemplates.Input,
        RequirementTheme.Expiry => DataStepTemplates.Expiry,
        RequirementTheme.Uniqueness => DataStepTemplates.Uniqueness,
        RequirementTheme.Sequence => DataStepTemplates.Sequence,
        RequirementTheme.Lockout => SecurityStepTemplates.Lockout,
        RequirementTheme.Access => SecurityStepTemplates.Access,
        RequirementTheme.Prohibition => SecurityStepTemplates.Prohibition,
        RequirementTheme.Signature => SecurityStepTemplates.Signature,
        RequirementTheme.AuditTrail => SecurityStepTemplates.AuditTrail,
        RequirementTheme.Alarm => OperationStepTemplates.Alarm,
        RequirementTheme.Interface => OperationStepTemplates.Interface,
        RequirementTheme.Power => OperationStepTemplates.Power,
        RequirementTheme.Backup => OperationStepTemplates.Backup,
        RequirementTheme.Report => OperationStepTemplates.Report,
        RequirementTheme.Clock => OperationStepTemplates.Clock,
        _ => throw new ArgumentOutOfRangeException(nameof(theme), theme, $"No step template for theme {theme}."),
    };
}
