using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

public sealed class SuiteTextTests
{
    [Fact]
    public void Every_step_is_one_line() => Assert.Equal(
        "Log in. | Home page is shown.\nLog out. | Login page is shown.\nEnter 5. | It is shown.",
        SuiteText.Of(new OqSuite([Make.Test("T-1", "R-1"), Make.Test("T-2", "R-1") with { Steps = [new OqStep(1, " Enter\n\t5. ", "It  is shown.")] }], 1)));

    [Fact]
    public void A_suite_without_steps_has_no_text() => Assert.Equal(string.Empty, SuiteText.Of(new OqSuite([], 1)));
}
