@URS-012
Feature: Re-scoring
  Everything can be computed again from the stored raw replies, without a model; no assessment is ever replaced.

  Scenario: The same plan gives the same numbers to the last digit
    Given a plan with 60 cases that the candidate answers rightly, and an accuracy limit of 0.95
    And one run of it on record
    When the plan, the cases and the templates are deleted
    And the run is scored again
    Then it ends with exit code 0
    And the output says "the same results to the last digit as assessment 1"
    And both runs have the same results
    And the audit trail holds

  Scenario: Criteria chosen afterwards are no evidence
    Given a plan with 60 cases that the candidate answers rightly, and an accuracy limit of 0.95
    And one run of it on record
    When the run is scored again by a plan with an accuracy limit of 0.99
    Then it ends with exit code 4
    And the output says "DEMONSTRATION"
    And the output says "which was not frozen with the run"
    And the output says "other results than assessment 1 (GO, another plan)"
    And the audit trail holds

  Scenario: A run that is not there
    Given a plan with 60 cases that the candidate answers rightly, and an accuracy limit of 0.95
    And one run of it on record
    When the program is run with "rescore R19990101-000000-0000"
    Then it ends with exit code 2
    And the error says "is no run in"
