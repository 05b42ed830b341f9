@URS-016
Feature: Dispositions of critical differences
  Where two matched steps differ in what can turn their meaning, a named expert decides; until then the criterion is open.

  Scenario: The gate follows what the experts found
    Given an empty folder
    When the program is started with "--model gpt-oss-120b"
    Then the criterion "AC-15" is "UNDECIDED"
    When an expert judges every difference "acceptable"
    Then the criterion "AC-15" is "GO"
    And the output says "0 not acceptable + 0 open"
    When an expert judges every difference "not acceptable"
    Then the criterion "AC-15" is "NO-GO"
    And the audit trail holds

  Scenario: A disposition without a name is refused and changes nothing
    Given an empty folder
    When the program is started with "--model gpt-oss-120b"
    And nobody judges every difference "acceptable"
    Then it ends with exit code 2
    And the error says "names no expert"
    And the audit trail holds
