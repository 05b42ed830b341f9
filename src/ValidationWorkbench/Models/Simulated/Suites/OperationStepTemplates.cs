namespace ValidationWorkbench.Models;

/// <summary>Challenges of alarms, interfaces, failures, backups and outputs.</summary>
internal static class OperationStepTemplates
{
    public static StepTemplate Alarm { get; } = new(
        [
            "Provoke the condition that must be reported, then remove it, and observe the reaction: {topic}.",
            "Force the condition that must be reported, then remove it, and observe the reaction: {topic}.",
            "Provoke the condition that must be reported and observe the reaction, then remove it: {topic}.",
        ],
        [
            "The alarm, warning or message appears in time for the right persons, needs acknowledgement and is logged; without the condition none appears.",
            "In time and for the right persons the alarm, warning or message appears, needs acknowledgement and is logged; without the condition none appears.",
            "Without the condition no alarm, warning or message appears; with it one appears in time for the right persons, needs acknowledgement and is logged.",
        ]);

    public static StepTemplate Interface { get; } = new(
        [
            "Disconnect the interface or network during operation (interrupted connection), send an invalid or duplicate message, then reconnect.",
            "During operation disconnect the interface or network (interrupted connection), then reconnect and send an invalid or duplicate message.",
            "Interrupt the connection of the interface or network during operation, send an invalid or duplicate message, then reconnect.",
        ],
        [
            "The failure is reported and logged, no data are lost or doubled, and after reconnection the data are complete without gap.",
            "No data are lost or doubled, the failure is reported and logged, and after reconnection the data are complete without gap.",
            "After reconnection the data are complete without gap, none are lost or doubled, and the failure is reported and logged.",
        ]);

    public static StepTemplate Power { get; } = new(
        [
            "Remove the power or stop the server during operation, restore it and let the system restart.",
            "During operation remove the power or stop the server, then restore it and let the system restart.",
            "Stop the server or remove the power during operation, then let the system restart.",
        ],
        [
            "The system resumes in a defined state without loss of confirmed data, and the interruption is logged.",
            "Without loss of confirmed data the system resumes in a defined state, and the interruption is logged.",
            "The interruption is logged and the system resumes in a defined state without loss of confirmed data.",
        ]);

    public static StepTemplate Backup { get; } = new(
        [
            "Restore a backup or archived record (single file and complete set) to a test environment and compare it with the source by checksum.",
            "To a test environment restore a backup or archived record (single file and complete set) and compare it with the source by checksum.",
            "Restore a backup or archived record to a test environment, single file and complete set, and compare its checksum with the source.",
        ],
        [
            "The restored data are complete and readable and equal the source; a damaged copy is detected by its checksum.",
            "The restored data equal the source, are complete and readable; a damaged copy is detected by its checksum.",
            "A damaged copy is detected by its checksum; the restored data are complete and readable and equal the source.",
        ]);

    public static StepTemplate Report { get; } = new(
        [
            "Print, display and export the report or record and compare it with the data on the screen: {topic}.",
            "Display, print and export the report or record, and compare it with the data on the screen: {topic}.",
            "Compare the printed, displayed and exported report or record with the data on the screen: {topic}.",
        ],
        [
            "The output is complete and correct, carries date, time, user and page numbers and cannot be edited.",
            "The output carries date, time, user and page numbers, is complete and correct and cannot be edited.",
            "Complete and correct, the output carries date, time, user and page numbers and cannot be edited.",
        ]);

    public static StepTemplate Clock { get; } = new(
        [
            "Compare the system time with a reference clock and attempt to change the time or time zone as an ordinary user.",
            "Attempt to change the time or time zone as an ordinary user and compare the system time with a reference clock.",
            "Compare the system time with a reference clock; as an ordinary user try to change the time or time zone.",
        ],
        [
            "The time agrees with the reference within the stated limit, and the change is rejected.",
            "Within the stated limit the time agrees with the reference; the change is refused.",
            "The change is rejected, and the time agrees with the reference within the stated limit.",
        ]);
}
