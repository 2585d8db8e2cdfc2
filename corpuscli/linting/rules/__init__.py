"""One module per rule, named ``<code>_<name>.py``; ``linting.loader`` says what a rule must hold."""
