@URS-012
Feature: Resuming a run
  Whatever ends the program, no finished trial is lost and none is asked for twice.

  Scenario: kill -9 in the middle of a run
    Given a plan with 800 cases that the candidate answers rightly, and an accuracy limit of 0.95
    When the program is killed after some trials
    Then the audit trail holds, but for records behind the last checkpoint
    And resuming finishes the run without asking for a finished trial again
    And the results are those of an uninterrupted run
    And the audit trail passes

  Scenario: A polite stop in the middle of a run
    Given a plan with 800 cases that the candidate answers rightly, and an accuracy limit of 0.95
    When the program is asked to stop after some trials
    Then it ends with exit code 5
    And the output says how to go on
    And resuming finishes the run without asking for a finished trial again
    And the results are those of an uninterrupted run

  Scenario: Resuming a finished run changes no result
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    And it is resumed
    Then both runs have the same results

  Scenario: Resuming an unknown run is a usage error
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    And the program is run with "--resume R19990101-000000-0000"
    Then it ends with exit code 2
    And the error says "is no run in"

  Scenario: A run cannot be changed by resuming it
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    And the program is run with "--resume R1 --seed 5"
    Then it ends with exit code 2
    And the error says "--seed: cannot be given with --resume"
