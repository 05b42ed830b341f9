namespace ValidationWorkbench;

/// <summary>Input cannot be used. It carries every fault that was found, not only the first.</summary>
public sealed class InputException : Exception
{
    public InputException(IReadOnlyList<InputFault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    public InputException(string file, string message)
        : this([new InputFault(file, 0, 0, string.Empty, message)])
    {
    }

    /// <summary>At least one.</summary>
    public IReadOnlyList<InputFault> Faults { get; }
}
