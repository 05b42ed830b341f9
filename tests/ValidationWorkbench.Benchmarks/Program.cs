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

if (args is [] or ["ledger"])
{
    await LedgerRates.MeasureAsync();
}

if (args is [] or ["verify"] or ["verify", _])
{
    await VerificationCost.MeasureAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
}

if (args is [] or ["job"])
{
    await JobWithLedger.MeasureAsync();
}
