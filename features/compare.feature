@URS-012
Feature: Comparing two runs
  The same cases at two times or in two versions: what is other, case by case.

  Scenario: Every case whose verdict changed is listed with its reasons
    Given a plan with 20 cases, whose candidate answers at an endpoint
    When it is run
    And the endpoint answers 2 of the cases otherwise
    And it is run with "--seed 9 --reason trial"
    And the two runs are compared
    Then it ends with exit code 0
    And the output lists 2 flipped cases with the answers of both runs
    And the output says "20 shared cases, 3 repeats; 0 changed, 0 only in A, 0 only in B"
    And the output says "seed: 7 → 9"
    And the comparison left no trace in the records

  Scenario: Cases that are not the same in both runs are counted and named
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    And the text of case "SPEC-002" is changed and case "SPEC-003" becomes "SPEC-103"
    And it is run
    And the two runs are compared
    Then it ends with exit code 0
    And the output says "18 shared cases, 3 repeats; 1 changed, 1 only in A, 1 only in B"
    And the output says "SPEC-002"
    And the output says "SPEC-103"

  Scenario: Runs without a shared case are not compared
    Given a plan with 2 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    And the text of case "SPEC-001" is changed and case "SPEC-002" becomes "SPEC-102"
    And it is run
    And the two runs are compared
    Then it ends with exit code 2
    And the error says "1 cases have the same id and another content"

  Scenario: The JSON output is one object
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run twice
    And the two runs are compared as JSON
    Then it ends with exit code 0
    And standard output is one JSON object with a comparison of 20 cases
