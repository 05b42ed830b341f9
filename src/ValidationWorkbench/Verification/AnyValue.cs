namespace ValidationWorkbench.Verification;

/// <summary>Stands for a value that the records do not say and that is checked in another way.</summary>
internal sealed class AnyValue
{
    public static readonly AnyValue Instance = new();

    private AnyValue()
    {
    }
}
