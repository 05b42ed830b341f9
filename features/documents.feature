@URS-012
Feature: Documents again
  Any document of a run is rendered again from the records, as PDF, HTML or Markdown; the package that was issued stays as it is.

  Background:
    Given a plan with 60 cases that the candidate answers rightly, and an accuracy limit of 0.95
    And one run of it on record

  Scenario Outline: A document in another format comes from the records alone, byte for byte the same
    When the plan, the cases and the templates are deleted
    And its documents are rendered with "--format <format>"
    Then it ends with exit code 0
    And the package also holds each of its documents as "<format>"
    And rendering them with "--format <format>" to another folder gives the same bytes
    And the package holds every file that its manifest names, with the right hash
    And the audit trail holds

    Examples:
      | format |
      | html   |
      | md     |

  Scenario: One document alone
    When its documents are rendered with "--only validation-report --out alone"
    Then it ends with exit code 0
    And the folder "alone" holds "validation-report.pdf" alone, as in the package
    And the audit trail holds

  Scenario: Every form says that it is a draft
    When its documents are rendered with "--format html"
    And its documents are rendered with "--format md"
    Then every page and text says "DRAFT – NOT APPROVED"

  Scenario Outline: What does not exist is refused
    When its documents are rendered with "<arguments>"
    Then it ends with exit code 2
    And the error says "<error>"

    Examples:
      | arguments                    | error                                              |
      | --only summary               | its documents: validation-master-plan,             |
      | --only validation-report,vr  | its documents: validation-master-plan,             |
      | --only ,                     | names no document; leave it out for all.           |
      | --format docx                | docx                                               |
      | --format html --assessment 7 | has assessments 1 to 1                             |

  Scenario: A faulty style file is refused before any call
    Given a style file whose accent is "#ffcc00"
    When it is run
    Then it ends with exit code 2
    And the error says "style.yaml:4:9: accent: #ffcc00 has a contrast of 1.51 to white; at least 4.5 is needed"
