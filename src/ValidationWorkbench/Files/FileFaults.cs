using System.Globalization;

namespace ValidationWorkbench.Files;

/// <summary>Faults of a file of many lines. It may hold thousands of the same kind, so only the first are told, and how many follow.</summary>
internal sealed class FileFaults(string file)
{
    private const int Most = 20;

    private readonly List<InputFault> faults = [];
    private int further;

    public bool Any => faults.Count > 0;

    public void Add(int line, int column, string message)
    {
        if (faults.Count < Most)
        {
            faults.Add(new InputFault(file, line, column, string.Empty, message));
        }
        else
        {
            further++;
        }
    }

    /// <exception cref="InputException">There is a fault.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new InputException(further == 0 ? faults
                : [.. faults, new InputFault(file, 0, 0, string.Empty, string.Create(CultureInfo.InvariantCulture, $"and {further} more faults."))]);
        }
    }
}
