using System.Globalization;

namespace ValidationWorkbench;

/// <summary>Something wrong in a file that was given to the workbench.</summary>
/// <param name="File">File as the user named it.</param>
/// <param name="Line">Line from 1; 0 where the fault concerns the whole file.</param>
/// <param name="Column">Column from 1; 0 where the fault concerns the whole file.</param>
/// <param name="Path">Place within the structure, such as <c>criteria[2].limit</c>; empty for the whole file.</param>
/// <param name="Message">What was found and what is allowed.</param>
public sealed record InputFault(string File, long Line, long Column, string Path, string Message)
{
    public override string ToString()
    {
        var place = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
        return Path.Length == 0 ? $"{place}: {Message}" : $"{place}: {Path}: {Message}";
    }
}
