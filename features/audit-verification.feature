@URS-012
Feature: Verification of the records
  Whoever reads a result can find out whether what it rests on is what was recorded.

  Scenario: Records that nobody touched
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When the program is run with "audit verify --deep"
    Then it ends with exit code 0
    And the output says "audit trail  PASS"

  Scenario: A stored latency that was improved afterwards
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When somebody alters the records with "update Attempts set LatencyMicros = 1 where CaseId = 'SPEC-007'"
    And the program is run with "audit verify"
    Then it ends with exit code 3
    And the output says "audit trail  FAIL"
    And the error says "column LatencyMicros is 1, the record says"

  Scenario: Without an anchor nothing is promised
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When the anchor is taken away
    And the program is run with "audit verify"
    Then it ends with exit code 0
    And the output says "INTERNALLY CONSISTENT ONLY"
    And the error says "warning: no anchor was found"

  Scenario: Who did what to a run
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When the program is run with "audit show --what run-assessed --format csv"
    Then it ends with exit code 0
    And the output says "run-assessed"

  Scenario: A stored latency that was improved afterwards gives no recommendation
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When somebody alters the records with "update Attempts set LatencyMicros = 1 where CaseId = 'SPEC-007'"
    And the run is scored again
    Then it ends with exit code 3
    And the error says "latencyMicros was"
