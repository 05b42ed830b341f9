using System.Globalization;

namespace ValidationWorkbench.Specs.Gherkin;

internal enum Colour
{
    DeepRed,
    Blue,
}

/// <summary>Two classes that need each other, and so can never be made.</summary>
internal sealed class Hen(Egg egg)
{
    public Egg Egg { get; } = egg;
}

internal sealed class Egg(Hen hen)
{
    public Hen Hen { get; } = hen;
}

/// <summary>What two binding classes of one scenario share.</summary>
internal sealed class SampleContext(List<string> log) : IAsyncDisposable
{
    public int Waited { get; set; }

    public ValueTask DisposeAsync()
    {
        log.Add("disposed context");
        return ValueTask.CompletedTask;
    }
}

/// <summary>Hooks, and steps that share an object with <see cref="SampleSteps"/>.</summary>
internal sealed class SampleHooks(List<string> log, SampleContext context) : IDisposable
{
    [BeforeScenario]
    public void Before() => log.Add("before");

    [BeforeScenario("@special", Order = 1)]
    public void BeforeSpecial() => log.Add("before special");

    [AfterScenario]
    public async Task AfterAsync()
    {
        await Task.Yield();
        log.Add("after");
    }

    [AfterScenario("fragile")]
    public static void BreakAfter() => throw new InvalidOperationException("hook broken");

    [Then("it has waited")]
    public void HasWaited() => log.Add($"seen {context.Waited}");

    public void Dispose() => log.Add("disposed hooks");
}

/// <summary>Steps that write down what they were given. No binding attribute: the feature files must not see them.</summary>
internal sealed class SampleSteps(List<string> log, SampleContext context)
{
    [Given("a count of {int}")]
    public void Count(int count) => Add($"int {count}");

    [Given("a size of {double}")]
    public void Size(double size) => Add($"double {size}");

    [Given("a price of {decimal}")]
    public void Price(decimal price) => Add($"decimal {price}");

    [Given("a switch set to {word}")]
    public void Switch(bool value) => Add($"bool {value}");

    [Given("a colour {Colour}")]
    public void Paint(Colour colour) => Add($"enum {colour}");

    [Given("a {string} and {int} and {string}")]
    public void Mixed(string first, int second, string third) => Add($"mixed {first} {second} {third}");

    [Given("{int} apple(s) is/were \\(all) eaten\\/left")]
    public void Apples(int count) => Add($"apples {count}");

    [Given(@"^as regex (\d+) of (\d+)$")]
    public void Expression(int first, long second) => Add($"regex {first} {second}");

    [Given("the {int} row(s)")]
    public void Table(int count, DataTable table) => Add(
        $"table {count}: {string.Join("; ", table.Rows.Select(row => string.Join(' ', table.Header.Select(name => $"{name}={row[name]}"))))}");

    [Given("the text")]
    public void Text(string text) => Add($"text {text}");

    [When("it waits")]
    public async ValueTask WaitsAsync()
    {
        await Task.Yield();
        context.Waited++;
        log.Add("waited");
    }

    [Then("it breaks")]
    public static Task BreaksAsync() => Task.FromException(new InvalidOperationException("broken"));

    private void Add(FormattableString entry) => log.Add(entry.ToString(CultureInfo.InvariantCulture));
}
