namespace ValidationWorkbench.Models;

/// <summary>Challenges of values, calculations and the order of processing.</summary>
internal static class DataStepTemplates
{
    public static StepTemplate Limit { get; } = new(
        [
            "Enter or simulate values just below, at and just above each limit: {values}.",
            "Simulate or enter values just below, at and just above each limit: {values}.",
            "For each limit, enter or simulate values just below, at and just above it: {values}.",
        ],
        [
            "Inside the limit the value is accepted, and outside it the reaction is the required one: {claim}.",
            "A value inside the limit is accepted; outside it the required reaction follows: {claim}.",
            "The value is accepted inside the limit, and the required reaction occurs outside it: {claim}.",
        ]);

    public static StepTemplate Calculation { get; } = new(
        [
            "Process a known data set and recalculate the result independently, by hand or with a validated reference.",
            "Recalculate the result of a known data set independently, by hand or with a validated reference.",
            "With a known data set, compare the result with an independent calculation by hand or a validated reference.",
        ],
        [
            "The displayed result equals the independently calculated reference value in all decimals.",
            "In all decimals the displayed result equals the independently calculated reference value.",
            "The independently calculated reference value and the displayed result agree in all decimals.",
        ]);

    public static StepTemplate Input { get; } = new(
        [
            "Leave mandatory fields empty, then enter text, a negative number and a wrong or unknown item, and try to continue.",
            "Enter text, a negative number and a wrong or unknown item, leave mandatory fields empty, and try to continue.",
            "Try to continue with empty mandatory fields, with text, with a negative number and with a wrong or unknown item.",
        ],
        [
            "Each invalid entry is rejected with a clear message and is not saved.",
            "Each invalid entry is refused with a clear message, and nothing of it is saved.",
            "The system rejects each invalid entry with a clear message; it is not saved.",
        ]);

    public static StepTemplate Expiry { get; } = new(
        [
            "Repeat with an item that expired yesterday, one whose expiry or due date is today and one that is valid until tomorrow.",
            "Repeat with items whose expiry or due date was yesterday (expired), is today and is tomorrow.",
            "Use an item that expired yesterday, then one whose expiry or due date is today and one valid until tomorrow.",
        ],
        [
            "The expired or overdue item is rejected with a message and blocked; the valid item is accepted.",
            "The valid item is accepted; the expired or overdue item is refused with a message and blocked.",
            "Only the valid item is accepted; the expired or overdue item is rejected and blocked with a message.",
        ]);

    public static StepTemplate Uniqueness { get; } = new(
        [
            "Repeat the action a second time with the same item (duplicate), and by two users at the same time.",
            "With the same item (duplicate), repeat the action a second time and by two users at the same time.",
            "Perform the action again with the same item (duplicate), then by two users at the same time.",
        ],
        [
            "The second, duplicate use is rejected, and only one record exists.",
            "Only one record exists; the second, duplicate use is refused.",
            "The duplicate second use is rejected with a message, and only one record exists.",
        ]);

    public static StepTemplate Sequence { get; } = new(
        [
            "Attempt to continue before the precondition is met, with the previous step or status open, incomplete, failed or aborted: {topic}.",
            "Before the precondition is met, with the previous step or status open, incomplete, failed or aborted, attempt to continue: {topic}.",
            "With the previous step or status open, incomplete, failed or aborted, try to continue before the precondition is met: {topic}.",
        ],
        [
            "The system prevents it: the attempt is blocked with a message until the precondition is met.",
            "The attempt is blocked with a message; the system prevents it until the precondition is met.",
            "Until the precondition is met the attempt is refused with a message and blocked.",
        ]);
}
