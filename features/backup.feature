@URS-012
Feature: Backup and restore
  Records survive the loss of a disk, and a restored store is the one that was backed up.

  Background:
    Given a plan with 20 cases that the candidate answers rightly, and an accuracy limit of 0.85
    And one run of it on record

  Scenario: A restored store has the same head and verifies
    When the program is run with "backup safe"
    Then it ends with exit code 0
    When the program is run with "restore safe --records again --verify --reason loss"
    Then it ends with exit code 0
    And the error says "the same as in the backup"

  Scenario: A restore overwrites nothing
    When the program is run with "backup safe"
    And the program is run with "restore safe --reason loss"
    Then it ends with exit code 2
    And the error says "a restore never overwrites anything"
    And the earlier run is intact
