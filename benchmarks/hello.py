"""The least a typer program can do: what any command pays before it begins."""

import typer


def main(name: str = "world") -> None:
    """Say hello."""
    print(f"hello {name}")


if __name__ == "__main__":
    typer.run(main)
