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
