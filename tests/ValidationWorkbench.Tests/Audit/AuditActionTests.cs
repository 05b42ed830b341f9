using System.Reflection;
using ValidationWorkbench.Audit;
using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>The vocabulary of the trail.</summary>
public sealed class AuditActionTests
{
    [Fact]
    public void Every_action_has_a_text_for_people()
    {
        var actions = typeof(AuditAction).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order();
        Assert.Equal(actions, AuditAction.Texts.Keys.Order());
        Assert.All(AuditAction.Texts.Values, text => Assert.NotEqual(string.Empty, text));
    }

    [Fact]
    public void The_workbench_is_never_taken_for_a_person() => Assert.Equal(("System", "program, no person"), (Actor.Workbench.Role, Actor.Workbench.EstablishedBy));
}
