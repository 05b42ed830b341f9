using System.ComponentModel;
using System.Diagnostics;

namespace ValidationWorkbench.Tests.Printing;

/// <summary>Programs that others wrote and that read PDF files: qpdf, poppler and MuPDF.</summary>
internal static class PdfProgram
{
    private static readonly string[] Needed = ["qpdf", "pdfinfo", "pdffonts", "pdftotext", "mutool"];

    /// <summary>Why they cannot be used here; null where they can.</summary>
    public static string? Missing { get; } = Needed.Where(name => !IsThere(name)).ToList() is { Count: > 0 } names
        ? $"{string.Join(", ", names)} not on the path; apt-get install qpdf poppler-utils mupdf-tools." : null;

    /// <summary>Exit code, output and error output of a program.</summary>
    public static (int ExitCode, string Output, string Error) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static bool IsThere(string program)
    {
        try
        {
            Run(program, "--version");
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
