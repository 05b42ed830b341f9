@URS-013
Feature: The intended-use gate
  A recommendation can never say more than the use, the cases and the models allow.

  Scenario: A critical use never gets GO
    Given a plan with 60 cases that the candidate answers rightly, and an accuracy limit of 0.95
    And the plan declares the use critical
    When it is run
    Then the outcome is "NO-GO" with exit code 1
    And the first reason names the draft of Annex 22

  Scenario: A simulated model makes a demonstration of every outcome
    Given a plan with 60 cases that the candidate answers rightly, and an accuracy limit of 0.95
    When it is run
    Then the terminal, run.json and every page of every PDF say that it is a demonstration
    And every record, table and document calls the models simulated

  Scenario: Cases that nobody verified make a demonstration
    Given a plan with 60 cases that the candidate answers rightly, and an accuracy limit of 0.95
    When it is run with "--format json"
    Then a demonstration reason says that no named person verified the expected answers

  Scenario: A departure from the frozen plan is listed
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run with "--repeats 1 --seed 5 --reason trial"
    Then the demonstration reasons name the departures "1 repeat instead of 3" and "seed 5 instead of 7"

  Scenario: A departure from the plan without a reason is refused
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run with "--seed 5"
    Then it ends with exit code 2
    And the error says "a departure from the plan (seed 5 instead of 7) needs a reason"
