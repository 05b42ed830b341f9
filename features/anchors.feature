@URS-012
Feature: Anchors
  Every commit ends under a signed checkpoint outside of the records, so that records which were cut back or replaced are noticed.

  Scenario: A run is under a checkpoint
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    Then the last checkpoint in "records.anchor" covers all records

  Scenario: The anchor may lie elsewhere
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run with "--anchor elsewhere.anchor"
    Then the last checkpoint in "elsewhere.anchor" covers all records

  Scenario: Records that were cut back are an integrity failure, and nothing is written
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    And the last record is cut off
    And it is run again with "--seed 5 --reason trial"
    Then it ends with exit code 3
    And the error says "TRUNCATION"

  Scenario: Records that are gone are an integrity failure while their anchor is there
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    And the records are deleted
    And it is run again with "--seed 5 --reason trial"
    Then it ends with exit code 3
    And the error says "TRUNCATION"

  Scenario: A new signing key
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    And the program is run with "audit rotate-key --reason yearly"
    Then it ends with exit code 0
    And the output says "The checkpoints have a new signing key."
    And the last checkpoint in "records.anchor" covers all records
