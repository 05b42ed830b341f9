using FluentValidation;

namespace ValidationWorkbench.Files;

/// <summary>The validator of a part that a plan may lack, made where one is found: rules are compiled when they are made, which takes longer than to apply them.</summary>
internal static class Once<T>
    where T : IValidator, new()
{
    public static T Validator { get; } = new();
}
