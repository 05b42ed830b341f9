@URS-001
Feature: Study design
  Before anything is spent, the plan says what it can show with its cases and repeats.

  Scenario: A plan that can reach GO
    Given a plan with 59 cases that the candidate answers rightly, and an accuracy limit of 0.95
    When the program is run with "plan check plan.yaml"
    Then it ends with exit code 0
    And the output says "Study design with 3 repeats"
    And the output does not say "NEVER"
    And the output says "Limits default: the plan has no drift section"

  Scenario: One case too few
    Given a plan with 58 cases that the candidate answers rightly, and an accuracy limit of 0.95
    When the program is run with "plan check plan.yaml"
    Then it ends with exit code 0
    And the output says "accuracy can never be GO with these counts: 58 cases planned, at least 59 needed."

  Scenario: A run that cannot reach GO warns before its first call
    Given a plan with 58 cases that the candidate answers rightly, and an accuracy limit of 0.95
    When it is run
    Then the outcome is "UNDECIDED" with exit code 4
    And the output says "accuracy can never be GO with these counts" before "trials,"
    And the output says "about 1 more needed at this rate"
