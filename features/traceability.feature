@URS-012
Feature: Traceability
  What a plan does not state is shown as a gap and never made up.

  Scenario: A plan without functions and risks
    Given a plan with 60 cases that the candidate answers rightly, and an accuracy limit of 0.95
    When it is run
    Then the specification, the risk assessment and the matrix say that functions and risks are not stated
    And the matrix lists all 13 standing risks as gaps
