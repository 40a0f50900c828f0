"""The page of the launcher in a QtWebEngine window: what a launcher built on a whole
browser would be. A stand-in for an Electron application, which is about the same.

Arguments: the address of the page. Says when its list can be seen.
"""

import sys

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

TITLE = "Stand-in for an Electron application"
ROWS = "document.querySelectorAll('.row').length"


def say_if_painted(rows):
    """Rows that are there were painted when the next turn comes."""
    if rows:
        look.stop()
        QTimer.singleShot(0, lambda: print("painted", flush=True))


application = QApplication(sys.argv)
view = QWebEngineView()
view.setWindowTitle(TITLE)
view.resize(460, 720)
view.load(QUrl(sys.argv[1]))
view.show()
look = QTimer()
look.timeout.connect(lambda: view.page().runJavaScript(ROWS, say_if_painted))
look.start(10)
sys.exit(application.exec())
