namespace ValidationWorkbench.Oracles;

/// <summary>Runs one method on the data of an oracle and returns its values under the names that oracle files use.</summary>
/// <remarks>A value that is not available is null. Where the result is not plainly OK, <c>status</c> says what it is.</remarks>
public delegate object OracleMethod(OracleArguments arguments);
