@URS-012
Feature: Bundles and proofs
  What leaves the records can be checked by anybody, without the workbench and without trust in it.

  Scenario: A run is exported and checked by both checkers
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When the run is exported
    Then it ends with exit code 0
    And the bundle passes the checker in Python and the one of the workbench
    And the audit trail holds

  Scenario: One byte of evidence in a bundle is changed
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When the run is exported
    And a byte of its evidence is changed
    Then both checkers refuse the bundle with exit code 3

  Scenario: A bundle is never written over
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When the run is exported
    And the run is exported
    Then it ends with exit code 2
    And the error says "exists and is not empty"

  Scenario: A bundle without a key from outside
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When the run is exported
    And the bundle is checked without a key
    Then it ends with exit code 0
    And the output says "INTERNALLY CONSISTENT ONLY"
    And the error says "the key comes from the bundle itself"

  Scenario: The proof of one record
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When the record 5 is proved
    Then it ends with exit code 0
    And the proof passes the checker in Python and the one of the workbench

  Scenario: ALCOA+ by what can be computed
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record
    When the records are evaluated against ALCOA+
    Then it ends with exit code 0
    And the output says "Attributable: pass"
    And the output says "Traceable: pass"
    And the output says "the name is attribution, nobody verified the identity"
    And the output does not say "FAIL"
    And the output does not say "compliant"
