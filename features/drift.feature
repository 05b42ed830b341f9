@URS-012
Feature: Drift
  Quality Assurance runs the accepted panel again, or looks at answers in production, and learns whether the candidate is still what was accepted.

  Scenario: A panel that answers as before is stable
    Given a plan with 80 cases, whose candidate answers at an endpoint
    When it is run twice
    And the second run is checked for drift against the first
    Then the drift outcome is "STABLE" with exit code 0
    And the output says "no chart: its limits need 8 accepted runs before this one, there is 1"
    And the audit trail names the drift check with its results
    And the audit trail holds

  Scenario Outline: The model behind the same name is exchanged
    Given a plan with 80 cases, whose candidate answers at an endpoint
    When it is run
    And the endpoint answers <wrong> of the cases otherwise
    And it is run
    And the second run is checked for drift against the first
    Then the drift outcome is "<outcome>" with exit code <code>
    And the output lists <wrong> flipped cases with the answers of both runs

    Examples:
      | wrong | outcome    | code |
      | 1     | ALERT      | 4    |
      | 30    | REVALIDATE | 1    |

  Scenario Outline: A change of the candidate itself needs no statistics
    Given a plan with 20 cases, whose candidate answers at an endpoint
    When it is run
    And the candidate gets <change>
    And it is run
    And the second run is checked for drift against the first
    Then the drift outcome is "REVALIDATE" with exit code 1
    And the first reason says "revalidation assessment needed: <field>"

    Examples:
      | change              | field                 |
      | another served name | served model          |
      | another fingerprint | system fingerprint    |
      | another prompt      | categorization prompt |
      | another temperature | candidate temperature |
      | another endpoint    | candidate endpoint    |

  Scenario: Another seed is named and triggers nothing
    Given a plan with 80 cases that the candidate answers rightly, and an accuracy limit of 0.85
    When it is run
    And it is run with "--seed 9 --reason trial"
    And the second run is checked for drift against the first
    Then the drift outcome is "STABLE" with exit code 0
    And the output says "seed: 7 → 9"

  Scenario Outline: Answers in production
    Given a plan with 80 cases, whose candidate answers at an endpoint
    And the endpoint answers 40 of the cases otherwise
    And a production file "<file>" with <three> answers "3", <four> answers "4" and <other> answers "7"
    When it is run
    And "<file>" is checked for drift against the first run
    Then the drift outcome is "<outcome>" with exit code <code>
    And the first reason says "<reason>"
    And the audit trail keeps "<file>" byte for byte
    And the audit trail holds

    Examples:
      | file      | three | four | other | outcome | code | reason                                                             |
      | log.csv   | 150   | 150  | 0     | STABLE  | 0    | category mix: no shift at level 0.01                               |
      | log.jsonl | 260   | 40   | 0     | ALERT   | 4    | category mix: another mix than in the reference                    |
      | log.csv   | 20    | 20   | 0     | ALERT   | 4    | cannot tell a stability index of 0.1 from chance                   |
      | log.jsonl | 150   | 150  | 2     | ALERT   | 4    | production holds labels that are no category: "7" (2)              |

  Scenario Outline: What cannot be checked is refused
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And a production file "bad.csv" with 1 answers "3", 0 answers "4" and 1 answers ""
    When it is run
    And the first run is checked for drift with "<arguments>"
    Then it ends with exit code 2
    And the error says "<message>"
    And the audit trail holds

    Examples:
      | arguments                   | message                             |
      |                             | one of the two.                     |
      | --run R19990101-000000-0000 | is no run in                        |
      | --production nowhere.csv    | does not exist.                     |
      | --production bad.csv        | bad.csv:3:1: the category is empty; |
