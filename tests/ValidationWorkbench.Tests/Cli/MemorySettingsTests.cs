using System.Text.Json;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>The program is told to be frugal with memory; the runtime ignores a name that it does not know, so the names stand here too.</summary>
public sealed class MemorySettingsTests
{
    [Theory]
    [InlineData("System.GC.ConserveMemory", 9)]
    [InlineData("System.GC.Gen0MaxBudget", 16 * 1024 * 1024)]
    public void The_program_limits_its_memory(string name, int expected)
    {
        using var settings = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "validate.runtimeconfig.json")));

        Assert.Equal(expected, settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty(name).GetInt32());
    }
}
