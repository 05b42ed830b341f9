namespace ValidationWorkbench.Files;

/// <summary>The plan, cases and templates that ship with the workbench.</summary>
public static class ShippedFiles
{
    /// <summary>Folder that holds them: beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "shipped");

    /// <summary>The plan used where none is named: <c>validation-plan.yaml</c> in the current folder, else the one that ships.</summary>
    public static string DefaultPlan =>
        File.Exists("validation-plan.yaml") ? "validation-plan.yaml" : Path.Combine(Folder, "validation-plan.yaml");
}
