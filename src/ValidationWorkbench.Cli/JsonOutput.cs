using System.Text.Encodings.Web;
using System.Text.Json;

namespace ValidationWorkbench.Cli;

/// <summary>How JSON is written to standard output.</summary>
internal static class JsonOutput
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
