using Spectre.Console;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.Models;
using ValidationWorkbench.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

public sealed class ProgressDisplayTests
{
    [Theory]
    [InlineData(1, "10/100 trials, 5/s, 1 errors, 30 tokens, no price, 0:18 left")]
    [InlineData(0.85, "10/100 trials, 5/s, 1 errors, 30 tokens, no price, 0:18 left, 85 % of the last attempts good")]
    public async Task The_line_names_the_health_of_the_endpoint_only_where_not_all_is_well(double health, string expected)
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        await new ProgressDisplay(console, live: false).ShowAsync(report =>
        {
            report(new RunProgress(100, 10, 1, new TokenUsage(10, 5), new TokenUsage(10, 5), null, TimeSpan.FromSeconds(2), 10) { Health = health });
            return Task.FromResult(true);
        });

        Assert.Equal(expected, output.ToString().TrimEnd());
    }
}
