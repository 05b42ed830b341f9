using ValidationWorkbench.Benchmarks;

// Figures are ratios within one run: absolute times depend on the machine and its load. An argument chooses one measurement.
if (args is [] or ["suites"])
{
    SuiteMatching.Measure(100);
}

if (args is [] or ["runs"])
{
    await RunSize.MeasureAsync(500, 5000);
}

if (args is [] or ["pdf"])
{
    await PdfRates.MeasureAsync();
}

// One of its sizes, in a process of its own.
if (args is ["pdf", var sections])
{
    PdfRates.MeasureOne(int.Parse(sections, System.Globalization.CultureInfo.InvariantCulture));
}

if (args is [] or ["package"])
{
    await PackageCost.MeasureAsync();
}

// The process that is measured there.
if (args is ["package", var folder])
{
    await PackageCost.MeasureOneAsync(folder);
}

if (args is [] or ["ledger"])
{
    await LedgerRates.MeasureAsync();
}

if (args is [] or ["verify"] or ["verify", _])
{
    await VerificationCost.MeasureAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
}

if (args is [] or ["job"])
{
    await JobWithLedger.MeasureAsync();
}

if (args is [] or ["calls"])
{
    await CallRates.MeasureAsync();
}

if (args is [] or ["startup"] or ["startup", _])
{
    await StartUp.MeasureAsync(args.Length > 1 ? Path.GetFullPath(args[1]) : null);
}

// The two sides of the calls, each in a process of its own.
if (args is ["serve", var latency, var errorShare])
{
    await CallServer.RunAsync(int.Parse(latency, System.Globalization.CultureInfo.InvariantCulture), double.Parse(errorShare, System.Globalization.CultureInfo.InvariantCulture));
}

if (args is ["call", var address, var count, var concurrency, ..])
{
    await CallClient.RunAsync(
        address, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), int.Parse(concurrency, System.Globalization.CultureInfo.InvariantCulture), args.ElementAtOrDefault(4));
}
