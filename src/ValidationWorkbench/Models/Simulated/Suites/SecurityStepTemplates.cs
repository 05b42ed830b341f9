namespace ValidationWorkbench.Models;

/// <summary>Challenges of access, signatures and the audit trail.</summary>
internal static class SecurityStepTemplates
{
    public static StepTemplate Lockout { get; } = new(
        [
            "Enter a wrong password up to the threshold, then the correct password, and leave a session without input: {topic}.",
            "Up to the threshold, enter a wrong password, then the correct password; leave a session without input: {topic}.",
            "Enter wrong passwords up to the threshold and then the correct one; also leave a session without input: {topic}.",
        ],
        [
            "The account or session is locked at the threshold, the correct password is refused until it is unlocked, and the event is logged.",
            "At the threshold the account or session is locked; the correct password is rejected until it is unlocked, and the event is logged.",
            "The account or session is locked at the threshold; until it is unlocked the correct password is refused. The event is logged.",
        ]);

    public static StepTemplate Access { get; } = new(
        [
            "Attempt the same with an account without the required role or authorisation, and without the password: {topic}.",
            "With an account without the required role or authorisation, and without the password, attempt the same: {topic}.",
            "Using an account without the required role or authorisation, try the same, also without the password: {topic}.",
        ],
        [
            "The attempt of the unauthorised user is rejected with a message, nothing is changed, and the event is logged.",
            "The unauthorised user's attempt is refused with a message; nothing is changed, and the event is logged.",
            "Nothing is changed: the attempt of the unauthorised user is rejected with a message and logged.",
        ]);

    public static StepTemplate Prohibition { get; } = new(
        [
            "Attempt to do what the requirement excludes, also as administrator: {claim}.",
            "Also as administrator, attempt to do what the requirement excludes: {claim}.",
            "Try to do what the requirement excludes, also as administrator: {claim}.",
        ],
        [
            "The attempt is rejected and blocked with a message, and data and status remain unchanged.",
            "The attempt is refused and blocked with a message; data and status remain unchanged.",
            "Data and status remain unchanged; the attempt is rejected with a message and blocked.",
        ]);

    public static StepTemplate Signature { get; } = new(
        [
            "Sign with user name and password, then attempt the signature with a wrong password and by the same person who did the first step.",
            "Attempt the signature with a wrong password and by the same person who did the first step, then sign with user name and password.",
            "Sign with user name and password; then try the signature with a wrong password and by the same person who did the first step.",
        ],
        [
            "The signature shows printed name, meaning, date and time; the wrong password and the same person's own second signature are rejected.",
            "The wrong password and the same person's own second signature are refused; the signature shows printed name, meaning, date and time.",
            "Printed name, meaning, date and time are shown with the signature; the wrong password and the same person's own second signature are rejected.",
        ]);

    public static StepTemplate AuditTrail { get; } = new(
        [
            "Change a saved value, enter a reason for the correction and open the audit trail; attempt to change it without a reason and to edit the entry.",
            "Correct a saved value with a reason, open the audit trail, and attempt to change it without a reason and to edit the entry.",
            "Change a saved value and enter a reason, then open the audit trail; try to change it without a reason and to edit the entry.",
        ],
        [
            "The audit trail shows old (original) value, new (corrected) value, user, date and time with the reason; the change without a reason and the edit are rejected.",
            "Old (original) value, new (corrected) value, user, date and time with the reason are in the audit trail; the change without a reason and the edit are refused.",
            "The audit trail shows user, date and time, old (original) value, new (corrected) value and the reason; the change without a reason and the edit are rejected.",
        ]);
}
