using ValidationWorkbench.Benchmarks;

// Figures are ratios within one run: absolute times depend on the machine and its load.
await RunSize.MeasureAsync(500, 5000);
