using System.Globalization;
using System.Text;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Tests.Models;

/// <summary>The plugin that lies beside the tests.</summary>
internal static class SamplePlugin
{
    public const string Client = "ValidationWorkbench.SamplePlugin.SampleChatClient";

    public static byte[] Bytes { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "ValidationWorkbench.SamplePlugin.dll"));

    public static string Sha256 { get; } = Sha256Hex.Of(Bytes);

    /// <summary>A model that is this plugin.</summary>
    public static ModelSpec Spec(string type = Client, string? keyVariable = null, params (string Name, string Value)[] settings) => new()
    {
        Name = "tested",
        Provider = ModelSpec.PluginProvider,
        Model = "m-1",
        KeyVariable = keyVariable,
        TimeoutSeconds = 1,
        Plugin = new PluginSpec
        {
            Assembly = "sample.dll",
            Sha256 = Sha256,
            Type = type,
            Settings = settings.Append(("category", "4")).ToDictionary(setting => setting.Item1, setting => setting.Item2),
        },
    };

    /// <summary>The plan with its model "new" behind this plugin, which lies as <c>sample.dll</c> beside the plan.</summary>
    public static string InPlan(string plan, string settings = "")
    {
        var from = plan.LastIndexOf("    provider: custom", StringComparison.Ordinal);
        var to = plan.IndexOf("    model: m-new", StringComparison.Ordinal);
        var text = new StringBuilder(plan[..from]).Append(CultureInfo.InvariantCulture, $"""
                provider: plugin
                plugin:
                  assembly: sample.dll
                  sha256: {Sha256}
                  type: {Client}
                  settings: {"{"} category: "4"{settings} {"}"}

            """);
        return text.Append(plan[to..]).ToString();
    }
}
