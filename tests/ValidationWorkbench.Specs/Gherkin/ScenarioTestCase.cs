using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>One scenario as xunit sees it: shown under its own name, its tags as traits named Category, as Reqnroll does.</summary>
public sealed class ScenarioTestCase : XunitTestCase
{
    private string[] _tags = [];

    [Obsolete("For deserialisation by xunit only.")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ScenarioTestCase()
    {
    }

    public ScenarioTestCase(IMessageSink diagnostics, ITestMethod method, string file, string displayName, string[] tags)
        : base(diagnostics, TestMethodDisplay.Method, TestMethodDisplayOptions.None, method, [file, displayName]) => _tags = tags;

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(_tags), _tags);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        base.Deserialize(data);
        _tags = data.GetValue<string[]>(nameof(_tags));
    }

    protected override void Initialize()
    {
        base.Initialize();
        DisplayName = (string)TestMethodArguments[1];
        Traits["Category"] = [.. _tags];
    }
}
